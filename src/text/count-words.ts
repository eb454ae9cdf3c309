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

/**
 * Where the counter comes to stand (0 between words, 4 within one, 8 behind a joint of one, which holds it together only when a letter follows), and 1 more where
 * something begins that counts; by where it stands and the class of the next unit, one place a line.
 */
// biome-ignore format: a table.
const steps = Uint8Array.of(
  0, 5, 1, 0,
  0, 4, 1, 8,
  0, 4, 1, 0,
)

/** Chinese characters (and kana) plus words of other scripts: `iPhone手机` counts three, `don't` and `7.10` one. */
export function countWords(text: string): number {
  let count = 0
  let place = 0
  for (let index = 0; index < text.length; index += 1) {
    const step = steps[place + classes[text.charCodeAt(index)]!]!
    count += step & 1
    place = step & 12
  }
  return count
}
