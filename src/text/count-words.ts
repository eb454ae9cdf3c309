const word = /[\p{L}\p{N}]+(?:[-'’.][\p{L}\p{N}]+)*/gu
const han = /[\u3400-\u9fff\uf900-\ufaff\u3040-\u30ff\u{20000}-\u{3ffff}]/gu

/** Chinese characters (and kana) plus words of other scripts: `iPhone手机` counts three. */
export function countWords(text: string): number {
  let characters = 0
  const rest = text.replace(han, () => {
    characters += 1
    return ' '
  })
  return characters + (rest.match(word)?.length ?? 0)
}
