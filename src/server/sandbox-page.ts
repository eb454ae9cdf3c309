import { readdir, readFile } from 'node:fs/promises'

const operationsFolder = new URL('../../schema/operations/', import.meta.url)

/** Answers in every archive; others ask for what the demonstration holds. */
const first = 'latest-articles.graphql'

/** The operations of the README, one after another: Apollo Sandbox offers each by name. */
export async function readOperations(): Promise<string> {
  const others = (await readdir(operationsFolder)).filter((file) => file.endsWith('.graphql') && file !== first).sort()
  const texts = await Promise.all([first, ...others].map((file) => readFile(new URL(file, operationsFolder), 'utf8')))
  return texts.join('\n')
}

/**
 * The page that a browser gets: Apollo Sandbox on this server, with `document` to begin with. Sandbox is loaded from Apollo's
 * hosts by the browser; where they cannot be reached, the page says what this is and how else to ask it.
 */
export function createSandboxPage(document: string): string {
  const options = {
    target: '#sandbox',
    initialState: { document, includeCookies: false, pollForSchemaUpdates: false },
    runTelemetry: false,
  }
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Interlinear: an archive of translated articles</title>
<style>
  body { margin: 0; font: 16px/1.5 system-ui, sans-serif; color: #1b2240; background: #fff; }
  main { max-width: 44rem; margin: 3rem auto; padding: 0 1.5rem; }
  pre { overflow-x: auto; padding: 1rem; background: #f4f6f8; border-radius: .5rem; font-size: .85rem; }
  #sandbox { position: absolute; inset: 0; display: none; }
  #sandbox.loaded { display: block; }
  #sandbox iframe { width: 100%; height: 100%; border: 0; background: #fff; }
</style>
</head>
<body>
<main>
  <h1>Interlinear</h1>
  <p>This address serves an archive of translated articles over GraphQL: who translated an article, from which original, which
  organisations it names, and which other articles name them.</p>
  <p id="why">Apollo Sandbox, which explores it, is being loaded.</p>
  <noscript><p>Apollo Sandbox needs JavaScript.</p></noscript>
  <p><a id="studio" href="https://studio.apollographql.com/sandbox/explorer">Open it at studio.apollographql.com</a>, or use any
  client. From a terminal:</p>
  <pre id="curl"></pre>
  <p>Operations to begin with:</p>
  <pre>${escapeHtml(document)}</pre>
</main>
<div id="sandbox"></div>
<script>
  const endpoint = new URL('/graphql', location.href).href
  document.getElementById('studio').href = 'https://studio.apollographql.com/sandbox/explorer?endpoint=' + encodeURIComponent(endpoint)
  document.getElementById('curl').textContent =
    "curl " + endpoint + " -H 'content-type: application/json' \\\\\\n  -d '{\\"query\\": \\"{ articles(first: 3) { nodes { title } } }\\"}'"
  function showSandbox() {
    document.getElementById('sandbox').className = 'loaded'
    new window.EmbeddedSandbox(Object.assign({ initialEndpoint: endpoint }, ${scriptJson(options)}))
  }
  function tellWhy() {
    document.getElementById('why').textContent = 'Apollo Sandbox could not be loaded: its hosts cannot be reached from here. The archive itself answers.'
  }
</script>
<script src="https://embeddable-sandbox.cdn.apollographql.com/v2/embeddable-sandbox.umd.production.min.js" onload="showSandbox()" onerror="tellWhy()"></script>
</body>
</html>
`
}

const escapeHtml = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')

/** JSON that may stand in a script of a page. */
const scriptJson = (value: unknown): string =>
  JSON.stringify(value).replace(/[<>&\u2028\u2029]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
