import type { NodeTable } from '../paging/list.ts'

export const importTable: NodeTable = {
  type: 'Import',
  table: 'import',
  alias: 'i',
  key: 'i.id',
  isFleeting: true,
  times: ['startedAt', 'endedAt'],
  columns: {
    startedAt: 'i.started_at',
    endedAt: 'i.ended_at',
    parserVersion: 'i.parser_version',
    documentCount: 'i.document_count',
    keptCount: 'i.kept_count',
    unchangedCount: 'i.unchanged_count',
    supersededCount: 'i.superseded_count',
    rejectedCount: 'i.rejected_count',
    problemCount: 'i.problem_count',
  },
}

export const problemTable: NodeTable = {
  type: 'Problem',
  table: 'problem',
  alias: 'q',
  key: 'q.id',
  isFleeting: true,
  columns: { file: 'q.file', code: 'q.code', message: 'q.message', place: 'q.place', severity: 'q.severity' },
}
