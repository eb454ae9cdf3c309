const fence = /^\s{0,3}(?:>\s?)*(`{3,}|~{3,})/

/** Which lines of a text stand in code blocks, so that `Author: …` in a program is no credit. */
export function codeLines(lines: readonly string[]): boolean[] {
  let open: string | null = null
  const isCode: boolean[] = []
  let above = ''
  for (const line of lines) {
    const mark = mayFence(line) ? (fence.exec(line)?.[1] ?? null) : null
    const goesOn = () => isCode.at(-1) === false && /\S/.test(above)
    // An indented line right below a line of text is no code.
    isCode.push(open !== null || mark !== null || (isIndented(line) && !goesOn()))
    above = line
    if (open === null) open = mark
    else if (mark !== null && mark[0] === open[0] && mark.length >= open.length) open = null
  }
  // A fence that is never closed must not hide the credits below it.
  return open === null ? isCode : lines.map(isIndented)
}

function mayFence(line: string): boolean {
  const first = line.charCodeAt(0)
  return first === 0x60 || first === 0x7e || first === 0x20 || first === 0x3e
}

function isIndented(line: string): boolean {
  return line.startsWith('    ') || line.startsWith('\t')
}
