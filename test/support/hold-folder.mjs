// Starts the embedded PostgreSQL on a folder, says so, and holds it until it is told to end, one way or another.
const [module, folder] = process.argv.slice(2)
const { startEmbeddedPostgres } = await import(module)
const { url, stop } = await startEmbeddedPostgres(folder, { isDurable: false })
console.log(`ready ${url}`)
const keepAlive = setInterval(() => {}, 1000)
process.once('SIGTERM', async () => {
  clearInterval(keepAlive)
  await stop()
})
