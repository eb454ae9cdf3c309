import { isUtf8 } from 'node:buffer'
import iconv from 'iconv-lite'
import type { DocumentProblem } from '../archive/parsed-article.ts'
import { foldText } from '../text/fold-name.ts'

export interface DecodedText {
  /** Null when no encoding makes text of the bytes. */
  text: string | null
  /** Says so when the encoding is not UTF-8, or when bytes were damaged; never an ERROR unless `text` is null. */
  problem: DocumentProblem | null
}

/**
 * The text of a file, without byte order mark. UTF-8 is recognised by being valid, UTF-16 by its mark, GB18030 and Big5 by being
 * valid and giving the characters that Chinese is written with, Windows-1252 by being Latin text with lone bytes above ASCII.
 */
export function decodeText(bytes: Buffer): DecodedText {
  const marked = markedEncoding(bytes)
  if (marked !== null) {
    const text = iconv.decode(bytes, marked)
    return marked === 'utf8' ? { text, problem: damage(text) } : { text, problem: decodedAs(names[marked]!) }
  }
  // Any encoding below is ASCII where it is ASCII, and text has no NUL.
  if (bytes.includes(0)) return notText
  if (isUtf8(bytes)) return { text: bytes.toString(), problem: null }
  const guess = guessEncoding(bytes)
  if (guess === null) return notText
  const text = iconv.decode(bytes, guess)
  return { text, problem: guess === 'utf8' ? damage(text) : decodedAs(names[guess]!) }
}

const names: Record<string, string> = {
  'utf-16le': 'UTF-16 (little-endian)',
  'utf-16be': 'UTF-16 (big-endian)',
  gb18030: 'GB18030',
  'big5-hkscs': 'Big5',
  'windows-1252': 'Windows-1252',
}

function markedEncoding(bytes: Buffer): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf8'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  if (bytes[0] === 0x84 && bytes[1] === 0x31 && bytes[2] === 0x95 && bytes[3] === 0x33) return 'gb18030'
  return null
}

/** Enough to tell by, and bounded, whatever the length of the file. */
const sampleBytes = 64 * 1024
/** Real Chinese text reaches 0.5 to 0.8, the same bytes read in a wrong encoding 0.1 to 0.25. */
const leastPlausibility = 0.35

function guessEncoding(bytes: Buffer): string | null {
  const high = bytes.findIndex((byte) => byte > 0x7f)
  // Chinese begins at an ASCII character before the first byte that is none.
  const sample = bytes.subarray(Math.max(0, high - 1), high + sampleBytes)
  const utf8 = iconv.decode(sample, 'utf8')
  const damaged = count(utf8, /\ufffd/g)
  if (damaged * 20 <= count(utf8, /[\u0080-\u{10ffff}]/gu)) return 'utf8'
  const [best] = ['gb18030', 'big5-hkscs']
    .map((encoding) => ({ encoding, plausibility: plausibility(iconv.decode(sample, encoding)) }))
    .sort((a, b) => b.plausibility - a.plausibility)
  if (best !== undefined && best.plausibility >= leastPlausibility) return best.encoding
  const highBytes = sample.reduce((sum, byte) => (byte > 0x7f ? sum + 1 : sum), 0)
  const controls = sample.reduce(
    (sum, byte) => (byte < 0x20 && byte !== 0x0a && byte !== 0x0d && byte !== 0x09 ? sum + 1 : sum),
    0,
  )
  if (controls > 0) return null
  // A few Chinese characters in an English text are pairs of high bytes; accents and dashes of Windows-1252 stand alone.
  const runs = sample.toString('latin1').match(/[\u0080-\u00ff]+/g) ?? []
  const share = highBytes / sample.length
  if (share < 0.3 && runs.every((run) => run.length % 2 === 0)) return 'gb18030'
  return share < 0.1 ? 'windows-1252' : null
}

/** Share of the characters beyond ASCII that are among the commonest of Chinese, of either script, or its punctuation. */
function plausibility(text: string): number {
  let all = 0
  let common = 0
  for (const character of foldText(text)) {
    if (character <= '\u007f') continue
    all += 1
    if (commonCharacters.has(character)) common += 1
    // No mark of wrong decoding is surer than bytes that mean nothing, or characters of private use.
    else if (character === '\ufffd' || (character >= '\ue000' && character <= '\uf8ff')) common -= 3
  }
  return all === 0 ? 0 : common / all
}

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0

// The four hundred or so commonest characters of modern Chinese, folded as the text is, and its punctuation.
const commonCharacters = new Set(
  foldText(
    '的一是不了在人有我他这中大来上国个到说们为子和你地出道也时年得就那要下以生会自着去之过家学对可她里后小么心多天而能好都' +
      '然没日于起还发成事只作当想看文无开手十用主行方又如前所本见经头面公同三已老从动两长知民样现分将外但身些与高意进把法此实' +
      '回二理美点月明其种声全工己话儿者向情部正名定女问力机给等几很业最间新什打便位因重被走电四第门相次东政海口使教西再平真听' +
      '世气信北少关并内加化由却代军产入先山五太水万市眼体别处总才场师书比住员九笑性通目华报立马命张活难神数件安表原车白应路期' +
      '叫死常提感金何更反合放做系计或司利受光王果亲界及今京务制解各任至清物台象记边共风战干接它许八特觉望直服毛林题建南度统色' +
      '字请交爱让认算论百吃义科怎元社术结六功指思非流每管夫连远资队跟带花快条院变联言权往展该领传近留红治决周保达办运武半候七' +
      '必城父强步完革深区即求品士转量空甚众技轻程告江语英基派满式息写呢识极令黄德收脸钱党倒未持取设始版双历越史商片容研像找友' +
      '站广改议形委早房音火际则首单据导影失拿网香似斯专石若兵弟谁校读志飞观争究包组造落视济喜离虽坏兴切终银球投软用户码器项',
  ),
)
for (const mark of foldText('，。、；：？！“”‘’（）《》「」『』—…·　')) commonCharacters.add(mark)

function damage(text: string): DocumentProblem | null {
  const damaged = count(text, /\ufffd/g)
  if (damaged === 0) return null
  const message = `${damaged} characters of the document are damaged and stand as \ufffd: fetch it again if it matters.`
  return { severity: 'NOTE', code: 'DAMAGED_CHARACTERS', message, place: null }
}

function decodedAs(encoding: string): DocumentProblem {
  return {
    severity: 'NOTE',
    code: 'DECODED',
    message: `The document is not in UTF-8; it was read as ${encoding}.`,
    place: encoding,
  }
}

const notText: DecodedText = {
  text: null,
  problem: {
    severity: 'ERROR',
    code: 'NOT_TEXT',
    message: 'The file is not text, or in an unknown encoding: save it as UTF-8, or leave it out of the import.',
    place: null,
  },
}
