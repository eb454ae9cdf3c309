import { decodeEntities } from '../../text/entities.ts'
import { squash } from '../../text/whitespace.ts'
import type { References } from '../markdown/references.ts'
import { type Segment, scanLinks } from '../markdown/scan-links.ts'

export interface PrintedName {
  name: string
  /** Profile page, absolute; null without one. */
  url: string | null
}

/** What templates print where a name was to be filled in. */
const placeholder =
  /^(?:(?:原文|文章|你的|您的)?(?:译者|翻译者?|校对[者人]?|选题者?|作者|审校者?|发布者?|编辑)?的?[\s_-]*(?:id|名字?|姓名|昵称|名称|github|github[\s_-]*id)|(?:译者|校对者?|审校者?|作者|translator|reviewer|author|proofreader)\d?|your[-_ ]?(?:name|id)|id)$/i
/** Words for nobody, which may be somebody's account all the same. */
const nobody =
  /^(?:待定|待认领|认领中|待校对|待翻译|暂无|无|没有|空|佚名|匿名|none|null|nil|n\/?a|todo|tbd|undefined|unknown|[-–—_=.…?？x×\s]+)$/i
const separators = /[、，,;；／|｜＆&]|\s\/\s|\s(?:and|和|与|與|及|以及)\s/
const onlySeparators = /^(?:[\s、，,;；/／|｜＆&+·•.。]|and|和|与|與|及|以及)*$/

/** A name with an address beside it, which is a link without its brackets: Ann (https://…), Ann https://… */
const nameBesideAddress =
  /([^\s、，,;；/|&()（）<>[\]](?:[^、，,;；/|&()（）<>[\]]{0,60}[^\s、，,;；/|&()（）<>[\]])?(?:\s?\([^():/]{1,40}\))?)\s{0,3}[(（<\s]\s{0,3}(https?:\/\/[^\s()（）<>、，,；]+)\s*[)）>]?/gi

/** An account's name alone in the brackets of an address. */
const nameInAngles = /(^|[、，,;；&/]\s*)<([a-z][\w-]*)>(?=\s*(?:$|[、，,;；&/]))/gi
const manyAccounts = /^\s*[a-z\d][\w-]*(?:\s+[a-z\d][\w-]*)+\s*$/

/** What a value says that names no one: the template's placeholder, nobody (暂无, an empty link), or something that was not understood. */
export function whyNameless(value: string): 'PLACEHOLDER' | 'NOBODY' | 'UNREAD' {
  const texts = scanLinks(value, new Map()).map(({ text }) => tidy(text))
  if (texts.some((text) => placeholder.test(text))) return 'PLACEHOLDER'
  return texts.every((text) => nobody.test(text) || !/[\p{L}\p{N}]/u.test(text)) ? 'NOBODY' : 'UNREAD'
}

/** Names of people in one printed value, in order, each once; links keep their address. */
export function readNames(
  value: string,
  references: References = new Map(),
  options: { accounts?: boolean } = {},
): PrintedName[] {
  const linked = /[[【]/.test(value) || !value.includes('://') ? value : value.replace(nameBesideAddress, '[$1]($2)')
  const segments = scanLinks(linked.replace(nameInAngles, '$1$2'), references)
  const links = segments.filter((segment) => segment.kind === 'link')
  const names: PrintedName[] = []
  for (const [index, segment] of segments.entries()) {
    if (segment.kind === 'link') names.push(nameOfLink(segment))
    else if (links.length === 0)
      names.push(...splitNames(withoutAsides(segment.text), options).map((name) => ({ name, url: null })))
    else names.push(...namesBesideLinks(segment.text, index > 0, index < segments.length - 1))
  }
  const seen = new Set<string>()
  return names
    .map(({ name, url }) => {
      const tidied = tidy(name)
      return { name: tidied !== name && isAccount(name, url) ? name : tidied, url }
    })
    .filter(({ name, url }) => {
      const key = name.toLowerCase()
      return (isName(name, url !== null) || (nobody.test(name) && isAccount(name, url))) && !seen.has(key) && seen.add(key)
    })
}

/** Whether a name is that of the page it links to: it needs no further sign of being one. */
function isAccount(name: string, url: string | null): boolean {
  return url !== null && /[^/]\/@?([\w.-]+)\/?$/.exec(url)?.[1] === name
}

/**
 * Plain names: joined by 、 ， , ; & / 和 or “and”; a stroke parts Chinese names only, a space these and `accounts`, which unlike names of people begin
 * small.
 */
function splitNames(value: string, { accounts = false } = {}): string[] {
  const parts = decodeEntities(value)
    .replace(/,?\s+and\s+/gi, '、')
    .split(separators)
    .flatMap((part) => part.split(/(?<=\p{Script=Han}{2})[/和与與及](?=\p{Script=Han}{2})/u))
    .flatMap((part) =>
      /^[\s\p{Script=Han}]+$/u.test(part) || (accounts && manyAccounts.test(part))
        ? part.split(/\s+/)
        : part.trim().split(/\s+(?=@)/),
    )
    .map(tidy)
    .filter((part) => isName(part) && !/^(?:more|others|et al\.?|等)$/i.test(part))
  return [...new Set(parts)]
}

function nameOfLink(link: Extract<Segment, { kind: 'link' }>): PrintedName {
  const url =
    link.url !== null && /^https?:\/\//i.test(link.url) && !/(?:译者|校对者|选题者?)ID|%E8%AF%91%E8%80%85ID/i.test(link.url)
      ? link.url
      : null
  // A bare address stands for its owner: https://github.com/name
  const text = link.text || (url ?? '')
  const name = /^https?:\/\//i.test(text)
    ? (/^https?:\/\/(?:www\.)?(?:github|gitee|twitter|x)\.com\/@?([\w-]+)\/?$/i.exec(text)?.[1] ?? '')
    : text.replace(/^!\[([^\]]*)\]\(.*\)$/, '$1')
  return { name, url }
}

/** Words beside links are names only where a separator parts them from the links; otherwise they describe: 本文已获原作者 [A](…) 授权. */
function namesBesideLinks(text: string, isAfterLink: boolean, isBeforeLink: boolean): PrintedName[] {
  if (onlySeparators.test(text)) return []
  const parts = withoutAsides(text).split(separators)
  if (parts.length === 1) return []
  // What touches a link without a separator belongs to it.
  if (isAfterLink) parts.shift()
  if (isBeforeLink) parts.pop()
  return parts.flatMap((part) => splitNames(part)).map((name) => ({ name, url: null }))
}

/** Mail addresses and remarks in angle brackets behind a name. */
function withoutAsides(text: string): string {
  return text.replace(/<[^<>]*>/g, ' ').replace(/[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,5}/g, ' ')
}

function tidy(name: string): string {
  if (/^[A-Za-z\d]+$/.test(name)) return name
  return squash(name)
    .replace(/^(\*{1,3}|_{1,3}|`|["“'‘])(?=\S)(.+)(?:\1|["”'’])$/, '$2')
    .replace(/^[\s*`:：]+|[\s*`:：。]+$/g, '')
    .replace(/^[@＠](?=\S)/, '')
    .replace(/\\([\\`*_{}[\]()#+.!<>~|-])/g, '$1')
    .trim()
}

function isName(name: string, isLinked = false): boolean {
  if (name === '' || name.length > 80 || placeholder.test(name) || nobody.test(name)) return false
  // A link says that it is one: 爱丽丝！
  return isLinked ? nameCharacter.test(name) : /[\p{L}\p{N}]/u.test(name) && !/[。！？\n]/.test(name)
}

const nameCharacter = /[\p{L}\p{N}\p{Extended_Pictographic}]/u
