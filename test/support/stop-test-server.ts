export { stopTestServer as default } from './start-test-server.ts'
