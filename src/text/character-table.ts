let everyUnit: string | null = null

/**
 * 1 for each UTF-16 unit that is of the class, which is written as in a regular expression: what is asked of every character of
 * every text is looked up. Halves of surrogate pairs are of no class.
 */
export function characterTable(characterClass: string): Uint8Array {
  everyUnit ??= Buffer.from(
    Uint16Array.from({ length: 0x10000 }, (_, code) => (code >= 0xd800 && code < 0xe000 ? 0 : code)).buffer,
  ).toString('utf16le')
  const table = new Uint8Array(0x10000)
  for (const { 0: run, index } of everyUnit.matchAll(new RegExp(`[${characterClass}]+`, 'gu')))
    table.fill(1, index, index + run.length)
  table.fill(0, 0xd800, 0xe000)
  return table
}

/** `table[code]` of the unit at a place; 0 where the text has ended or not begun. */
export const isAt = (table: Uint8Array, text: string, at: number): boolean =>
  at >= 0 && at < text.length && table[text.charCodeAt(at)] === 1

export const han = characterTable('\\p{Script=Han}')
