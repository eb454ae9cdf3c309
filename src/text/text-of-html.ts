const entities: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"' }

/** The text content of sanitised HTML, in which only these four entities stand. */
export function textOfHtml(html: string): string {
  let text = ''
  let at = 0
  while (true) {
    const tag = html.indexOf('<', at)
    const end = tag === -1 ? -1 : html.indexOf('>', tag)
    if (end === -1) break
    text += html.slice(at, tag)
    at = end + 1
  }
  text += html.slice(at)
  return !text.includes('&') ? text : text.replace(/&(?:amp|lt|gt|quot);/g, (entity) => entities[entity]!)
}
