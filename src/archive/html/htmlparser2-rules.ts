/** How htmlparser2 10 reads tags, as far as the depth of its tree depends on it. */

export const voidElements = new Set(
  'area base basefont br col command embed frame hr img input isindex keygen link meta param source track wbr'.split(' '),
)

/** Elements whose content is read as text up to their end tag. */
export const rawTextElements = new Set(['script', 'style', 'textarea', 'title', 'xmp'])

/** Which open elements the start of another one ends. */
export const impliedEnds: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  [
    ['tr', 'tr th td'],
    ['th', 'th'],
    ['td', 'thead th td'],
    ['body', 'head link script'],
    ['li', 'li'],
    ['option', 'option'],
    ['optgroup', 'optgroup option'],
    ['dd', 'dd dt'],
    ['dt', 'dd dt'],
    ['rt', 'rt rp'],
    ['rp', 'rt rp'],
    ['tbody', 'thead tbody'],
    ['tfoot', 'thead tbody'],
    ...'select input output button datalist textarea'
      .split(' ')
      .map((name) => [name, 'input option optgroup select button datalist textarea']),
    ...(
      'p h1 h2 h3 h4 h5 h6 address article aside blockquote details div dl fieldset figcaption figure footer form header hr main nav ol pre ' +
      'section table ul'
    )
      .split(' ')
      .map((name) => [name, 'p']),
  ].map(([name, ends]) => [name!, new Set(ends!.split(' '))]),
)

const State = {
  BeforeName: 0,
  InName: 1,
  AfterName: 2,
  BeforeValue: 3,
  Unquoted: 4,
} as const

/** Index behind the `>` that ends a tag, quoted values skipped; the end of the text for a tag that never ends. `from` is the end of its name. */
export function endOfTag(html: string, from: number): number {
  let state: number = State.BeforeName
  for (let at = from; at < html.length; at += 1) {
    const code = html.charCodeAt(at)
    const isSpace = code === 0x20 || (code >= 0x09 && code <= 0x0d && code !== 0x0b)
    if (code === 0x3e) return at + 1
    if (state === State.BeforeValue) {
      if (code === 0x22 || code === 0x27) {
        const close = html.indexOf(html[at]!, at + 1)
        if (close === -1) return html.length
        at = close
        state = State.BeforeName
      } else if (!isSpace) state = State.Unquoted
    } else if (isSpace || (code === 0x2f && state !== State.Unquoted)) {
      state = isSpace && (state === State.InName || state === State.AfterName) ? State.AfterName : State.BeforeName
    } else if (code === 0x3d && (state === State.InName || state === State.AfterName)) state = State.BeforeValue
    else if (state !== State.Unquoted) state = State.InName
  }
  return html.length
}
