import { describe, expect, test } from '@jest/globals'
import iconv from 'iconv-lite'
import { decodeText } from '../../src/ingest/decode-text.ts'
import { documentText } from '../support/documents.ts'

const simplified = documentText({
  paragraphs: ['市政府上周打开了河边的新图书馆，读者排起了长队。馆长说，书架上有三十万本书，也有孩子们的座位。'],
})
const traditional = documentText({
  title: '河邊的圖書館',
  paragraphs: ['市政府上週打開了河邊的新圖書館，讀者排起了長隊。館長說，書架上有三十萬本書，也有孩子們的座位。'],
})

describe('text is read as what it is', () => {
  test.each([
    ['UTF-8', 'utf8', simplified, undefined],
    ['UTF-8 with a mark', 'utf8', simplified, { addBOM: true }],
  ])('%s, of which nothing is said', (_name, encoding, text, options) => {
    expect(decodeText(iconv.encode(text, encoding, options))).toEqual({ text, problem: null })
  })

  test.each([
    ['GB18030', 'gb18030', simplified, 'GB18030'],
    ['GBK with traditional characters', 'gbk', traditional, 'GB18030'],
    [
      'GB18030 of English with a Chinese name in it',
      'gb18030',
      documentText({ title: 'News', paragraphs: ['The library (图书馆) is full, its readers say. '.repeat(9)] }),
      'GB18030',
    ],
    ['Big5', 'big5', traditional, 'Big5'],
    ['UTF-16, little end first', 'utf-16le', simplified, 'UTF-16 (little-endian)'],
    ['UTF-16, big end first', 'utf-16be', traditional, 'UTF-16 (big-endian)'],
    [
      'Windows-1252',
      'windows-1252',
      documentText({ paragraphs: ['The library’s café – open since May – is full.'], title: 'News' }),
      'Windows-1252',
    ],
  ])('%s, and it is said', (_name, encoding, text, said) => {
    const decoded = decodeText(iconv.encode(text, encoding, { addBOM: encoding.startsWith('utf-16') }))
    expect(decoded.text).toBe(text)
    expect(decoded.problem).toMatchObject({ severity: 'NOTE', code: 'DECODED', place: said })
  })

  test('a long run of ASCII before the first Chinese character does not mislead', () => {
    const text = `${'<!-- markup -->\n'.repeat(20_000)}${traditional}`
    expect(decodeText(iconv.encode(text, 'big5')).text).toBe(text)
  })

  test('UTF-8 with a few broken bytes stays UTF-8, and the damage is counted', () => {
    const bytes = Buffer.from(simplified.repeat(3))
    bytes[bytes.indexOf('图') + 1] = 0xff
    const decoded = decodeText(bytes)
    expect(decoded.text).toContain('河边的新')
    expect(decoded.problem).toMatchObject({ severity: 'NOTE', code: 'DAMAGED_CHARACTERS' })
  })
})

describe('what is no text is refused', () => {
  const noise = (length: number): Buffer => {
    const bytes = Buffer.alloc(length)
    for (let at = 0, state = 12345; at < length; at++) {
      state = (state * 1103515245 + 12345) & 0x7fffffff
      bytes[at] = state >> 16
    }
    return bytes
  }
  test.each([
    ['bytes at random', noise(5000)],
    ['bytes at random without a zero', Buffer.from(noise(5000).map((byte) => byte || 1))],
    ['a picture', Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), noise(2000)])],
    [
      'the head of a PDF with packed content',
      Buffer.concat([Buffer.from('%PDF-1.7\n1 0 obj\n', 'latin1'), Buffer.from(noise(3000).map((byte) => byte || 1))]),
    ],
    ['text with zeros in it', Buffer.from('one\u0000two')],
  ])('%s', (_name, bytes) => {
    expect(decodeText(bytes)).toMatchObject({ text: null, problem: { severity: 'ERROR', code: 'NOT_TEXT' } })
  })
})
