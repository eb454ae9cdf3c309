import type { Field, Mention } from './fields.ts'
import type { Body } from './gazetteer/known-name.ts'

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
