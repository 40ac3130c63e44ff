;;; ctct-lint.el --- Lint XML with ctct-lint through Eglot  -*- lexical-binding: t -*-

;; Emacs 29 or newer; an older one with Eglot from GNU ELPA.  Load it from the init file.

(with-eval-after-load 'eglot
  (add-to-list 'eglot-server-programs '((nxml-mode xml-mode) "ctct-lint" "server")))

(add-hook 'nxml-mode-hook #'eglot-ensure)

(provide 'ctct-lint)
;;; ctct-lint.el ends here
