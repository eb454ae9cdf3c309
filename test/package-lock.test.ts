import { readFileSync } from 'node:fs'
import { expect, test } from '@jest/globals'

interface Locked {
  optionalDependencies?: Record<string, string>
  resolved?: string
}
const packages: Record<string, Locked> = JSON.parse(readFileSync('package-lock.json', 'utf8')).packages

test('the lock file holds the binaries of every platform, without which `npm ci` refuses to install', () => {
  const missing = Object.entries(packages).flatMap(([parent, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter(
      (name) => !(`node_modules/${name}` in packages) && !(`${parent}/node_modules/${name}` in packages),
    ),
  )
  expect(missing).toEqual([])
})

test('the lock file names no registry: each machine uses its own', () => {
  const addresses = Object.values(packages).flatMap(({ resolved }) => (resolved?.startsWith('http') ? [resolved] : []))
  expect(addresses).toEqual([])
})
