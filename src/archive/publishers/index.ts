import { hostOf } from '../../text/canonical-url.ts'
import { ftChinese } from './ft-chinese.ts'
import { genericProfile } from './generic.ts'
import type { PublisherProfile } from './profile.ts'

/** Every publisher that is known by more than its host name. A new one is a file beside this one and a line here. */
export const profiles: readonly PublisherProfile[] = [ftChinese]

const byHost = new Map(profiles.flatMap((profile) => profile.hostnames.map((host) => [host, profile] as const)))

/** The profile of a page by the host of its URL; the generic one for any other host, `null` for no web address. */
export function profileOf(url: string): PublisherProfile | null {
  const host = hostOf(url)
  return host === null ? null : (byHost.get(host) ?? genericProfile(host))
}
