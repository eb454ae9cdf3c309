import picocolors from 'picocolors'
import { withoutControls } from '../text/controls.ts'
import type { FoundMention, Recognition, TextToRead } from './recognition.ts'

/** How a rule is put into words; a rule that is not here is shown by its name. */
const rules: Record<string, string> = {
  gloss: 'a bracket glosses it',
  gazetteer: 'the gazetteer knows the name',
  lesson: 'another article glosses the name',
  repeat: 'this article glosses or introduces the name elsewhere',
  'gazetteer-country': 'several countries have such a body; the text speaks of this one',
  'lesson-country': 'several bodies bear the name; the text speaks of this country',
  'gazetteer-used': 'the name of a service that is used here, not of the company that runs it',
  'lesson-used': 'the name of a service that is used here, not of the company that runs it',
  'gazetteer-product': 'the name of a product that begins with that of its maker',
  'lesson-product': 'the name of a product that begins with that of its maker',
  'gloss-place': 'the gloss names a place',
  'gloss-product': 'the gloss names a product',
  'gloss-work': 'the gloss names a book, a film or another work',
  'gloss-term': 'the gloss explains a term',
  latin: 'a Latin name with words around it that go with bodies',
  suffix: 'ends as names of bodies do',
  tagger: 'the tagger marks it',
  listed: 'stands in a list of bodies',
  english: 'an English name that says what kind of body bears it',
  dotted: 'parts joined by a dot, as foreign names of people are',
}

/**
 * A document with its mentions marked, and below each paragraph why each was taken, left or left open. For a terminal: colours
 * where `useColour` is true, brackets alone elsewhere.
 */
export function explain(text: TextToRead, recognition: Recognition, options: { useColour?: boolean } = {}): string {
  const colours = picocolors.createColors(options.useColour ?? picocolors.isColorSupported)
  const paint = (mention: FoundMention): ((text: string) => string) => {
    if (mention.judgement === 'NEGATIVE') return colours.dim
    if (mention.judgement === 'UNSURE') return colours.yellow
    return mention.kind === 'PERSON' ? colours.cyan : colours.green
  }
  const lines: string[] = []
  const show = (label: string, printed: string, field: FoundMention['field'], paragraph: number): void => {
    const content = withoutControls(printed)
    const mentions = recognition.mentions.filter((mention) => mention.field === field && mention.paragraph === paragraph)
    lines.push(`${colours.dim(label)} ${markUp(content, mentions, paint)}`)
    for (const mention of mentions)
      lines.push(`    ${paint(mention)(content.slice(mention.start, mention.end))}  ${describe(mention)}`)
    lines.push('')
  }
  show('title', text.title, 'TITLE', 0)
  if (text.lead !== null) show('lead', text.lead, 'LEAD', 0)
  text.paragraphs.forEach((paragraph, index) => {
    if (paragraph !== null && paragraph !== '') show(String(index), paragraph, 'PARAGRAPH', index)
  })
  lines.push(colours.bold('Organisations'))
  for (const body of recognition.organisations) {
    const names = [body.nameZh, body.nameEn].filter((name) => name !== null).join(' · ')
    lines.push(`  ${colours.green(names)}  ${body.kind}  ${body.strength}  ${body.mentionCount} ×  ${colours.dim(body.key)}`)
  }
  if (recognition.people.length > 0) lines.push(colours.bold('People'))
  for (const person of recognition.people)
    lines.push(`  ${colours.cyan(person.name)}${person.gloss === null ? '' : `  ${person.gloss}`}`)
  return `${lines.join('\n')}\n`
}

function markUp(
  content: string,
  mentions: readonly FoundMention[],
  paint: (mention: FoundMention) => (text: string) => string,
): string {
  let marked = ''
  let at = 0
  for (const mention of mentions) {
    if (mention.start < at) continue
    marked += content.slice(at, mention.start) + paint(mention)(`[${content.slice(mention.start, mention.end)}]`)
    at = mention.end
  }
  return marked + content.slice(at)
}

function describe(mention: FoundMention): string {
  const verdict =
    mention.judgement === 'POSITIVE'
      ? `taken as ${mention.kind === 'PERSON' ? 'a person' : mention.referent}`
      : mention.judgement === 'NEGATIVE'
        ? 'left'
        : mention.candidates.length === 0
          ? 'left open'
          : `left open between ${mention.candidates.join(', ')}`
  const { rule, confidence } = mention
  return `${verdict}: ${rules[rule] === undefined ? rule : `${rules[rule]} (${rule})`}, ${Math.round(confidence * 100)} %`
}
