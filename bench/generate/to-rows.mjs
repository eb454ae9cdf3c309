import { foldName } from '../../dist/text/fold-name.js'
import { gramArray, gramsOf } from '../../dist/text/name-grams.js'
import { stableId } from '../../dist/text/stable-id.js'

/** Columns that are filled, by table. */
export const columns = {
  article:
    'id, slug, canonical_url, language, url, publisher_id, title, lead, published_at, is_published_at_known, imported_at, word_count, original_id, original_url, original_provenance, content_hash, parser_version, source_file, import_id, organisation_count, recognised_with',
  article_content: 'article_id, blocks, images',
  credit: 'article_id, role, position, contributor_id, as_printed, published_at',
  article_organisation: 'article_id, organisation_id, mention_count, first_paragraph, strength, forms, published_at, named_ids',
  mention: 'article_id, field, paragraph, start, "end", kind, surface, rule, confidence, judgement, organisation_id',
  document: 'file, content_hash, state, article_id, published_at, parser_version, import_id',
  problem: 'id, import_id, file, code, message, severity',
  publisher: 'id, slug, name, hostnames, article_count',
  contributor: 'id, slug, name, folded, publisher_id, author_count, translator_count',
  original: 'id, canonical_url, url, provenance, publisher_id, translation_count',
  organisation: 'id, slug, name, name_zh, name_en, kind, article_count, major_count, about_count',
  alias: 'organisation_id, text, folded, grams, source',
}

/** One line of COPY's text form. */
const line = (...values) =>
  `${values.map((value) => (value === null ? '\\N' : String(value).replaceAll('\\', '\\\\'))).join('\t')}\n`

export const noRows = () => Object.fromEntries(Object.keys(columns).map((table) => [table, '']))

/** `recognisedWith`: by which rules the names that it was given were found, so that an import finds them as it would leave them. */
export function addArticle(rows, article, recognisedWith) {
  const file = `${article.index}.md`
  const { index, id, url, publisher, at, named, blocks, original, translators, author, title, lead } = article
  rows.article += line(
    id,
    `${publisher.slug}-${index}`,
    url,
    publisher.language,
    url,
    publisher.id,
    title,
    lead,
    at,
    't',
    '2024-01-01',
    blocks.reduce((sum, { text }) => sum + text.length, 0),
    original && stableId('Original', original),
    original,
    original && 'DECLARED',
    `hash-${index}`,
    1,
    file,
    1,
    named.length,
    recognisedWith,
  )
  rows.document += line(file, `hash-${index}`, 'KEPT', id, at, 1, 1)
  rows.article_content += line(id, JSON.stringify(blocks.map(({ kind, html }) => ({ kind, html }))), '[]')
  for (const [position, { id: contributor, name }] of translators.entries())
    rows.credit += line(id, 'TRANSLATOR', position, contributor, `译者/${name}`, at)
  rows.credit += line(id, 'AUTHOR', 0, author.id, `作者/${author.name}`, at)
  const namedIds = `{${named.map(({ organisation }) => organisation.id).sort()}}`
  for (const { organisation, form, places } of named) {
    const strength = title.includes(form) ? 'ABOUT' : places.length > 2 ? 'MAJOR' : 'MENTION'
    if (strength !== 'MENTION') organisation.major++
    if (strength === 'ABOUT') organisation.about++
    const first = Math.min(...places.map(([paragraph]) => paragraph))
    rows.article_organisation += line(id, organisation.id, places.length, first, strength, `{"${form}"}`, at, namedIds)
    for (const [paragraph, start] of places) {
      const end = start + form.length
      rows.mention += line(
        id,
        'PARAGRAPH',
        paragraph,
        start,
        end,
        'ORGANISATION',
        form,
        'generated',
        0.9,
        'POSITIVE',
        organisation.id,
      )
    }
  }
  // As often as a real archive has them: a note for every fifth document, and an error now and then.
  if (index % 5 === 0) {
    const severity = index % 500 === 0 ? 'ERROR' : 'NOTE'
    rows.problem += line(stableId('Problem', file), 1, file, 'GENERATED', 'Generated.', severity)
  }
}

/** Everything but the articles, once all of them have been counted. */
export function rowsBesideArticles({ organisations, publishers, contributors, originals }) {
  const rows = noRows()
  rows.publisher = publishers.map((one) => line(one.id, one.slug, one.slug, `{${one.slug}.example}`, one.count)).join('')
  rows.contributor = contributors
    .map((one) => {
      const slug = `${one.publisher.slug}-${one.name}`
      return line(one.id, slug, one.name, foldName(one.name), one.publisher.id, one.written, one.translated)
    })
    .join('')
  const byHost = new Map(publishers.map(({ id, slug }) => [`${slug}.example`, id]))
  for (const [url, count] of originals) {
    const publisher = byHost.get(new URL(url).hostname) ?? null
    rows.original += line(stableId('Original', url), url, url, 'DECLARED', publisher, count)
  }
  for (const one of organisations) {
    rows.organisation += line(one.id, one.slug, one.zh, one.zh, one.en, one.kind, one.count, one.major, one.about)
    for (const text of new Set([one.zh, one.en])) {
      const folded = foldName(text)
      rows.alias += line(one.id, text, folded, gramArray(gramsOf(folded)), 'GAZETTEER')
    }
  }
  return rows
}
