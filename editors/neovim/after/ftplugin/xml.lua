-- Neovim 0.8 to 0.10. As ~/.config/nvim/after/ftplugin/xml.lua
local markers = { 'ctct-lint.toml', 'pyproject.toml', '.git' }
local folder = vim.fs.dirname(vim.api.nvim_buf_get_name(0))

vim.lsp.start({
  name = 'ctct-lint',
  cmd = { 'ctct-lint', 'server' },
  root_dir = vim.fs.dirname(vim.fs.find(markers, { upward = true, path = folder })[1]),
  settings = {
    ['ctct-lint'] = {},
  },
})
