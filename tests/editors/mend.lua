-- Opens rye.xml, tells its diagnostics, makes the fix of each, tells what is left.
local patience = 600 * 1000
local told = {}

local function found()
  local list = vim.diagnostic.get(0)
  table.sort(list, function(a, b) return a.lnum < b.lnum end)
  return list
end

local function clients()
  return (vim.lsp.get_clients or vim.lsp.get_active_clients)()
end

-- Is it so that there are that many diagnostics, before a server that ran has ended?
local function until_there_are(number)
  local has_run = false
  vim.wait(patience, function()
    local runs = #clients() > 0
    has_run = has_run or runs
    return #vim.diagnostic.get(0) == number or (has_run and not runs)
  end, 10)
  return #vim.diagnostic.get(0) == number
end

local function as_told(d)
  return {
    code = d.code, source = d.source, severity = d.severity,
    range = { d.lnum, d.col, d.end_lnum, d.end_col },
  }
end

local function is_fix(action)
  return action.edit ~= nil and not action.title:match('^ignore')
end

local function mend(d, left)
  vim.api.nvim_win_set_cursor(0, { d.lnum + 1, d.col })
  vim.lsp.buf.code_action({
    apply = true,
    context = { only = { 'quickfix' }, diagnostics = {} },
    filter = is_fix,
  })
  return until_there_are(left)
end

local function session()
  vim.cmd.edit('rye.xml')
  until_there_are(4)
  told.before = vim.tbl_map(as_told, found())
  told.clients = vim.tbl_map(
    function(c) return { c.name, vim.fs.basename(c.config.root_dir or '') } end,
    clients()
  )
  for left = 3, 0, -1 do
    if not mend(found()[left + 1], left) then break end
  end
  told.after = vim.tbl_map(as_told, found())
  vim.cmd.write()
end

local done, trouble = pcall(session)
told.trouble = not done and tostring(trouble) or nil
vim.fn.writefile({ vim.json.encode(told) }, 'told.json')
vim.cmd('qall!')
