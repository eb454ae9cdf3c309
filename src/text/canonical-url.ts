/** Parameters that say how a reader came to a page, never which page it is. */
const trackingParameters =
  /^(?:utm_\w+|fbclid|gclid|dclid|gclsrc|msclkid|yclid|twclid|igshid|mc_cid|mc_eid|mkt_tok|_hsenc|_hsmi|hsctatracking|spm|scm|share_token|ref_src|ref_url|source_location|hmsr|hmpl|hmcu|hmkw|hmci|cmpid|ncid|sref|smid|smtyp|partner|wt\.\w+|at_\w+|xtor|ito|trk|trkcampaign|vero_id|wickedid|oly_anon_id|oly_enc_id|__twitter_impression|guccounter)$/i

/** `source` names the page of a thing at some publishers; with these values it is Medium's way of counting readers. */
const trackingSource = /^(?:source|sk|gi)=(?:rss|post_|user_|collection_|friends_|email|search_|---|[0-9a-f]{12,}$)/i

export interface CanonicalUrlOptions {
  /** Parameters that choose a view of the same page at this publisher, e.g. `full`. */
  ignoredParameters?: readonly string[]
}

/**
 * The key that two links to one page share: scheme, `www.`, default port, case of the host, tracking parameters, order of
 * parameters, fragment, trailing slash and needless percent-encoding folded. A query that chooses the page stays.
 * Null for what is no http(s) address.
 */
export function canonicalUrl(address: string, options: CanonicalUrlOptions = {}): string | null {
  const url = parseWebAddress(address)
  if (url === null) return null
  const host = url.hostname.replace(/^www\.(?=[^.]+\.)/, '').replace(/\.$/, '')
  const port = url.port === '' || url.port === '80' || url.port === '443' ? '' : `:${url.port}`
  const ignored = options.ignoredParameters ?? []
  const query = url.search
    .slice(1)
    .split('&')
    .filter((pair) => pair !== '' && pair !== '=')
    .map(foldEscapes)
    .filter((pair) => {
      const name = pair.split('=', 1)[0]!
      return !trackingParameters.test(name) && !trackingSource.test(pair) && !ignored.includes(name.toLowerCase())
    })
    .sort()
    .join('&')
  const path = foldEscapes(url.pathname)
    .replace(/\/{2,}/g, '/')
    .replace(/\/+$/, '')
  return `https://${host}${port}${path}${query === '' ? '' : `?${query}`}`
}

/** Lower-case host without `www.`, or null for what is no http(s) address. */
export function hostOf(address: string): string | null {
  // Most addresses need no parser.
  const plain =
    /^https?:\/\/(?:www\.(?=[a-z\d-]+\.))?([a-z\d](?:[a-z\d-]*[a-z\d])?(?:\.[a-z\d](?:[a-z\d-]*[a-z\d])?)*\.[a-z]{2,24})(?:[/?#]|$)/.exec(
      address,
    )
  if (plain !== null) return plain[1]!
  const url = parseWebAddress(address)
  return url === null ? null : url.hostname.replace(/^www\.(?=[^.]+\.)/, '').replace(/\.$/, '')
}

/** Reads an address as printed: `//host/…` and a missing scheme are taken for http. */
function parseWebAddress(address: string): URL | null {
  let text = address.trim()
  if (text.startsWith('//')) text = `https:${text}`
  else if (!/^[a-z][a-z\d+.-]*:/i.test(text) && /^[\w-]+(?:\.[\w-]+)+(?:[/?#:]|$)/.test(text)) text = `https://${text}`
  if (!URL.canParse(text)) return null
  const url = new URL(text)
  return url.protocol === 'http:' || url.protocol === 'https:' ? url : null
}

/** One spelling for each character: unreserved ones decoded, the rest escaped in upper case. Bytes that are no UTF-8 stay. */
const foldEscapes = (text: string): string =>
  text.replace(/(?:%[0-9a-f]{2})+/gi, (run) => {
    try {
      return encodeURIComponent(decodeURIComponent(run))
    } catch {
      return run.toUpperCase()
    }
  })
