/** SQL of how many rows a list has, or one part of it, as the database keeps it in `list_length`. `part` is SQL too. */
export const keptLength = (list: 'original' | 'problem' | 'organisation', part?: string): string =>
  `(SELECT COALESCE(sum(kept.count), 0)::integer FROM list_length AS kept WHERE kept.list = '${list}'${part === undefined ? '' : ` AND kept.part = ${part}`})`
