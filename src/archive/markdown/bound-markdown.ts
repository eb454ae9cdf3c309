/** Marks that make the parser slow by the thousand in one paragraph, and how many no paragraph has: it tries every bracket with every other. */
const bounds: readonly { mark: string; most: number; escaped: RegExp }[] = [
  { mark: '[', most: 2000, escaped: /[[\]]/g },
  { mark: '|', most: 20_000, escaped: /\|/g },
  { mark: '*', most: 20_000, escaped: /\*/g },
  { mark: '_', most: 20_000, escaped: /_/g },
]

/**
 * Takes what makes a Markdown parser slow out of a text that no one wrote: pictures that stand in it as data, and marks by the thousand in one paragraph,
 * which then stand for themselves.
 */
export function boundMarkdown(text: string): string {
  let light = text.includes('data:') ? text.replace(/data:[\w/+.-]{0,60};base64,[\w+/=]{200,}/g, 'data:,') : text
  for (const { mark, most, escaped } of bounds) {
    if (!has(light, mark, most)) continue
    light = light
      .split(/(\n[ \t]*\n)/)
      .map((paragraph) => (has(paragraph, mark, most) ? paragraph.replace(escaped, '\\$&') : paragraph))
      .join('')
  }
  return light
}

/** Whether a character stands in a text more often than so many times. */
function has(text: string, character: string, times: number): boolean {
  if (text.length <= times) return false
  let at = -1
  for (let found = 0; found <= times; found += 1) {
    at = text.indexOf(character, at + 1)
    if (at === -1) return false
  }
  return true
}
