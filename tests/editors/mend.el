;;; mend.el --- Mend rye.xml, tell its diagnostics  -*- lexical-binding: t -*-

(require 'cl-lib)
(require 'json)
(require 'eglot)
(require 'flymake)

(defconst patience 600)
(defvar told nil)

(defun tell (name value) (push (cons name value) told))

(defun work-until (condition)
  "Let processes and timers work until CONDITION holds, or the server has ended."
  (with-timeout (patience nil)
    (while (not (funcall condition))
      (when (and (eglot-current-server)
                 (not (jsonrpc-running-p (eglot-current-server))))
        (error "The server has ended"))
      (run-hooks 'post-command-hook)
      (accept-process-output nil 0.01))
    t))

(defun until-there-are (number)
  (work-until (lambda () (= number (length (flymake-diagnostics))))))

(defun place (position)
  (save-excursion
    (goto-char position)
    (list (1- (line-number-at-pos)) (- (point) (line-beginning-position)))))

(defun as-told (found)
  (list (substring-no-properties (flymake-diagnostic-text found))
        (symbol-name (flymake-diagnostic-type found))
        (apply #'vector (append (place (flymake-diagnostic-beg found))
                                (place (flymake-diagnostic-end found))))))

(defun found ()
  (sort (flymake-diagnostics)
        (lambda (a b) (< (flymake-diagnostic-beg a) (flymake-diagnostic-beg b)))))

(defun mend (found left)
  "Do what is offered first about FOUND; then LEFT others are there."
  (goto-char (flymake-diagnostic-beg found))
  (cl-letf (((symbol-function 'completing-read)
             (lambda (_prompt _offered &rest more) (car (last more))))
            ;; No mouse has opened the menu.
            (last-nonmenu-event ?\r))
    (eglot-code-actions (point) (point) nil t))
  ;; Changes are sent when a user is idle, which nobody is without a display.
  (save-buffer)
  (until-there-are left))

(condition-case trouble
    (progn
      (setq eglot-confirm-server-initiated-edits nil
            eglot-sync-connect t)
      (find-file "rye.xml")
      (until-there-are 4)
      (tell 'server (eglot-project-nickname (eglot-current-server)))
      (tell 'before (apply #'vector (mapcar #'as-told (found))))
      (dolist (left '(3 2 1 0))
        (mend (nth left (found)) left))
      (tell 'after (apply #'vector (mapcar #'as-told (found))))
      (eglot-shutdown (eglot-current-server)))
  (error (tell 'trouble (error-message-string trouble))))

(let ((coding-system-for-write 'utf-8))
  (write-region (json-encode told) nil "told.json"))
;;; mend.el ends here
