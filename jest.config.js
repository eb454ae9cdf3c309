/** @type {import('jest').Config} */
export default {
  testEnvironment: 'node',
  // Real servers and processes start in these tests; a slow machine is no failure.
  testTimeout: 60_000,
  roots: ['<rootDir>/test'],
  globalSetup: '<rootDir>/test/support/start-test-server.ts',
  globalTeardown: '<rootDir>/test/support/stop-test-server.ts',
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '\\.ts$': [
      '@swc/jest',
      {
        jsc: {
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: false, useDefineForClassFields: false },
          target: 'es2022',
        },
        module: { type: 'es6' },
      },
    ],
  },
}
