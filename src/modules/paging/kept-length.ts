/** SQL of how many rows a list has as the database keeps it in `list_length`, or those of its parts for which `condition` holds. */
export const keptLength = (list: 'original' | 'problem' | 'organisation', condition?: string): string =>
  `(SELECT COALESCE(sum(kept.count), 0)::integer FROM list_length AS kept WHERE kept.list = '${list}'${condition === undefined ? '' : ` AND ${condition}`})`
