/** The name of a page in Markdown that can stand in a path; its first line is `# CODE name`. */
export function titleOf(page: string): string {
  return (/^# (.*)/.exec(page)?.[1] ?? "rule").replaceAll("/", "-");
}
