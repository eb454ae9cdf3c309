/** What a UTF-16 unit is to the counter: 0 parts words, 1 belongs to one, 2 counts alone (Chinese characters, kana), 3 joins two letters. */
const classes = new Uint8Array(0x10000)
for (let code = 0; code < 0x10000; code += 1) {
  if ((code >= 0x3400 && code <= 0x9fff) || (code >= 0xf900 && code <= 0xfaff) || (code >= 0x3041 && code <= 0x30fa))
    classes[code] = 2
  // The first half of a pair counts for both: characters beyond the basic plane are rare ones of Chinese, or signs.
  else if (code >= 0xd840 && code <= 0xd8bf) classes[code] = 2
  else if (/[\p{L}\p{N}]/u.test(String.fromCharCode(code))) classes[code] = 1
}
for (const joint of "-'’.") classes[joint.charCodeAt(0)] = 3

/** Chinese characters (and kana) plus words of other scripts: `iPhone手机` counts three, `don't` and `7.10` one. */
export function countWords(text: string): number {
  let count = 0
  let before = 0
  for (let index = 0; index < text.length; index += 1) {
    const now = classes[text.charCodeAt(index)]!
    if (now === 2) count += 1
    else if (now === 1 && before !== 1) count += 1
    // A joint holds a word together only when a letter follows it.
    before = now === 3 && before === 1 && classes[text.charCodeAt(index + 1)] === 1 ? 1 : now
  }
  return count
}
