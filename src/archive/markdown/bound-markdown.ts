/** More brackets than any paragraph has: the parser tries every one with every other. */
const maxBrackets = 2000
/** More cells than any table has. */
const maxBars = 20_000

/**
 * Takes what makes a Markdown parser slow out of a text that no one wrote: pictures that stand in it as data, and brackets by the thousand in one paragraph, or bars,
 * which then stand for themselves.
 */
export function boundMarkdown(text: string): string {
  const light = text.includes('data:') ? text.replace(/data:[\w/+.-]{0,60};base64,[\w+/=]{200,}/g, 'data:,') : text
  if (!has(light, '[', maxBrackets) && !has(light, '|', maxBars)) return light
  return light
    .split(/(\n[ \t]*\n)/)
    .map((paragraph) => (has(paragraph, '[', maxBrackets) ? paragraph.replace(/[[\]]/g, '\\$&') : paragraph))
    .map((paragraph) => (has(paragraph, '|', maxBars) ? paragraph.replaceAll('|', '\\|') : paragraph))
    .join('')
}

/** Whether a character stands in a text more often than so many times. */
function has(text: string, character: string, times: number): boolean {
  let at = -1
  for (let found = 0; found <= times; found += 1) {
    at = text.indexOf(character, at + 1)
    if (at === -1) return false
  }
  return true
}
