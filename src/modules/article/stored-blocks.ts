import { textOfHtml } from '../../text/text-of-html.ts'

/** A block as ArticleContent holds it: its text would be there twice, since HTML says it too. */
export interface StoredBlock<Kind extends string = string> {
  kind: Kind
  html: string
}

export const toStored = <Kind extends string>({ kind, html }: StoredBlock<Kind>): StoredBlock<Kind> => ({ kind, html })

/** With its text, which is empty for an image without a caption. */
export const withText = <Kind extends string>({ kind, html }: StoredBlock<Kind>) => ({ kind, text: textOfHtml(html), html })
