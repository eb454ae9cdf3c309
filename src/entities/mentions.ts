import type { Field, Mention } from './fields.ts'
import type { Body } from './gazetteer/known-name.ts'
import type { ReadGloss } from './glosses/read-glosses.ts'
import { surestGloss } from './learn.ts'
import type { Knowledge } from './resolve.ts'

/** A person, named beyond doubt. */
export function person(
  at: Field,
  start: number,
  end: number,
  gloss: string | null,
  rule: string,
  confidence: number,
  key: string,
): Mention {
  return {
    at,
    start,
    end,
    surface: at.text.slice(start, end),
    gloss,
    kind: 'PERSON',
    rule,
    confidence,
    judgement: 'POSITIVE',
    candidates: [],
    body: null,
    person: key,
    needsSupport: false,
  }
}

/** A body, named beyond doubt; whose it is may be open. */
export function organisation(
  at: Field,
  start: number,
  end: number,
  rule: string,
  confidence: number,
  body: Body | null,
): Mention {
  return {
    at,
    start,
    end,
    surface: at.text.slice(start, end),
    gloss: null,
    kind: 'ORGANISATION',
    rule,
    confidence,
    judgement: 'POSITIVE',
    candidates: [],
    body,
    person: null,
    needsSupport: false,
  }
}

/** The mention that a gloss makes of the name in front of it. */
export function glossMention(gloss: ReadGloss, knowledge: Knowledge): Mention {
  const { at, site, start, meaning } = gloss
  const mention: Mention = {
    at,
    start,
    end: site.nameEnd,
    surface: gloss.surface,
    gloss: site.gloss,
    kind: 'ORGANISATION',
    rule: 'gloss',
    confidence: round(meaning.confidence),
    judgement: 'POSITIVE',
    candidates: [],
    body: null,
    person: null,
    needsSupport: false,
  }
  if (meaning.names === 'PERSON') {
    mention.kind = 'PERSON'
    mention.person = gloss.folded
  } else if (meaning.names !== 'ORGANISATION') {
    mention.rule = `gloss-${meaning.names.toLowerCase()}`
    mention.judgement = 'NEGATIVE'
  } else {
    const body = knowledge.resolveGloss({ text: gloss.surface, folded: gloss.folded, names: site.names, kind: meaning.kind })
    mention.body = body
    if (meaning.confidence < surestGloss) {
      mention.judgement = 'UNSURE'
      mention.candidates = [body.key]
      // The list that it stands in and the tagger may speak for it.
      mention.needsSupport = true
    }
  }
  return mention
}

const round = (value: number): number => Math.round(value * 100) / 100
