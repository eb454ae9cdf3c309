import { canonicalUrl } from '../../text/canonical-url.ts'
import { detectLanguage } from '../../text/language.ts'
import { squashOrNull } from '../../text/whitespace.ts'
import type { References } from '../markdown/references.ts'
import { scanLinks } from '../markdown/scan-links.ts'
import type { ParsedOriginal } from '../parsed-article.ts'

const webAddress = /^(?:https?:)?\/\/[^\s/.]+\.\S|^[\w-]+(?:\.[\w-]+)+(?:[/?#:]|$)/i

/** An address and nothing else is the whole address, whatever it ends in: only within a text is that punctuation. */
const addressAlone = /^(?:https?:\/\/|[\w-]+(?:\.[\w-]+)+(?=\/))[^\s<>（），。；、]*[^\s<>（），。；、.,;:*`)”"]$/i

/** Words that stand where a title would, but name the link. */
const linkWords =
  /^(?:(?:点击|點擊|请|查看|阅读|閱讀|参见|见)*(?:本文)?(?:英文)?(?:原文|原版|出处|来源|链接|连结|連結|鏈接|地址|网址|此处|这里|點此|点此|戳我|传送门)+(?:地址|链接|网址)?|link|here|source|original|via|url|the original(?: article)?|.{0,12}(?:官网|官方博客))$/i

/** A declared original: `[title](url)`, `[title][ref]`, a bare address. Null where no http(s) address stands. */
export function readOriginal(value: string, references: References): { url: string; title: string | null } | null {
  if (addressAlone.test(value.trim())) return { url: value.trim(), title: null }
  const segments = scanLinks(value, references)
  const link = segments.find((segment) => segment.kind === 'link' && segment.url !== null && webAddress.test(segment.url))
  if (link?.kind !== 'link' || link.url === null) return null
  const title = squashOrNull(link.text)
  const before = segments[0]!.kind === 'text' ? squashOrNull(segments[0]!.text.replace(/[\s:：—–(（《“"-]+$/, '')) : null
  if (title === null || title === link.url || /^(?:https?:\/\/|www\.)\S+$/i.test(title) || linkWords.test(title)) {
    return { url: link.url, title: before === null || linkWords.test(before) || before.length < 4 ? null : before }
  }
  return { url: link.url, title }
}

/** `language` where the publisher translates from one language; otherwise told from the title. */
export function makeOriginal(
  url: string,
  title: string | null,
  language: string | null,
  provenance: ParsedOriginal['provenance'],
): ParsedOriginal {
  return { url, canonicalUrl: canonicalUrl(url) ?? url, title, language: language ?? languageOfTitle(title), provenance }
}

function languageOfTitle(title: string | null): string | null {
  const told = title === null ? 'und' : detectLanguage(title)
  return told === 'und' ? null : told
}
