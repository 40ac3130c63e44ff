-- Neovim 0.11 or newer. As ~/.config/nvim/lsp/ctct-lint.lua; then in init.lua:
--   vim.lsp.enable('ctct-lint')
return {
  cmd = { 'ctct-lint', 'server' },
  filetypes = { 'xml' },
  root_markers = { 'ctct-lint.toml', 'pyproject.toml', '.git' },
  settings = {
    ['ctct-lint'] = {},
  },
}
