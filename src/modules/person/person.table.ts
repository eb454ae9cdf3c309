import type { NodeTable } from '../paging/list.ts'

export const personTable: NodeTable = {
  type: 'Person',
  table: 'person',
  alias: 'h',
  key: 'h.id',
  columns: { name: 'h.name', nameZh: 'h.name_zh', nameEn: 'h.name_en' },
}
