import type { PublisherProfile } from './profile.ts'

/** Any host that nothing more is known of. */
export function genericProfile(host: string): PublisherProfile {
  return { slug: host.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, ''), name: host, hostnames: [host] }
}

/** Documents that do not say where they were published. */
export const unknownPublisher: PublisherProfile = {
  slug: 'unknown',
  name: '未知来源',
  hostnames: [],
}
