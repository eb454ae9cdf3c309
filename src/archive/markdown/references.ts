/** Link reference definitions (`[a]: https://…`), by label in lower case. */
export type References = ReadonlyMap<string, string>

const definition = /^[ \t]{0,3}(?:[>*-][ \t]+)?\[([^\]\n]{1,200})\][ \t]*[:：][ \t]*<?(\S+?)>?(?:[ \t]+["'(].*)?[ \t]*$/

/** A line that only numbers a link, with an address or without: part of a list of references, never of the text. */
export function isReferenceLine(line: string): boolean {
  return /^[ \t]{0,3}(?:[>*-][ \t]+)?\[\^?[\w .-]{1,40}\][ \t]*[:：]?[ \t]*(?:$|<?(?:https?:|\/|#|mailto:|apt:|ftp:)\S*)/.test(
    line,
  )
}

/** The label and address of a line that defines a reference; null for any other line. `[#]: key: (value)` is a field, none. */
export function readDefinition(line: string): { label: string; url: string } | null {
  const match = line.length > 5000 || !mayDefine(line) ? null : definition.exec(line)
  if (match === null || match[1] === '#' || match[1]!.startsWith('^')) return null
  return { label: match[1]!.trim().toLowerCase(), url: match[2]! }
}

/** Tells most lines apart without the pattern. */
function mayDefine(line: string): boolean {
  const first = line.charCodeAt(0)
  return (
    first === 0x5b ||
    ((first === 0x20 || first === 0x09 || first === 0x3e || first === 0x2a || first === 0x2d) && line.includes(']'))
  )
}

/** All definitions of a document; the first one of a label counts, as in CommonMark. */
export function collectReferences(lines: readonly string[]): References {
  const references = new Map<string, string>()
  for (const line of lines) {
    const read = readDefinition(line)
    if (read !== null && !references.has(read.label)) references.set(read.label, read.url)
  }
  return references
}
