import type { NodeTable } from '../paging/list.ts'

export const mentionTable: NodeTable = {
  type: 'Mention',
  table: 'mention',
  alias: 'm',
  key: 'm.article_id',
  columns: {
    kind: 'm.kind',
    field: 'm.field',
    paragraph: 'm.paragraph',
    start: 'm.start',
    end: 'm."end"',
    surface: 'm.surface',
    gloss: 'm.gloss',
    rule: 'm.rule',
    confidence: 'm.confidence',
    judgement: 'm.judgement',
    candidates: "COALESCE(m.candidates, '{}')",
    organisationKey: 'm.organisation_id',
    personKey: 'm.person_id',
  },
  needs: { organisation: ['organisationKey'], person: ['personKey'] },
}
