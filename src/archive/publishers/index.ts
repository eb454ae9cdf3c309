import { hostOf } from '../../text/canonical-url.ts'
import { ftChinese } from './ft-chinese.ts'
import { genericProfile, unknownPublisher } from './generic.ts'
import { goldMiner } from './gold-miner.ts'
import { lctt } from './lctt.ts'
import { nytimesChinese } from './nytimes-chinese.ts'
import type { PublisherProfile } from './profile.ts'

/** Every publisher that is known by more than its host name. A new one is a file beside this one and a line here. */
export const profiles: readonly PublisherProfile[] = [ftChinese, goldMiner, lctt, nytimesChinese]

const byHost = new Map(profiles.flatMap((profile) => profile.hostnames.map((host) => [host, profile] as const)))

/** The profile of a page by the host of its URL; the generic one of that host, or the unknown publisher for no web address. */
export function profileOfUrl(url: string | null): PublisherProfile {
  const host = url === null ? null : hostOf(url)
  if (host === null) return unknownPublisher
  return byHost.get(host) ?? genericProfile(host)
}

/** The publisher whose form the credits around a text have; null if none's. */
export function profileOfCredits(printed: string): PublisherProfile | null {
  return profiles.find((profile) => profile.signs?.some((sign) => sign.test(printed))) ?? null
}
