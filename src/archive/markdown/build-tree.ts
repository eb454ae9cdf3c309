import { load } from 'cheerio/slim'
import { Document, Element, Text } from 'domhandler'
import type MarkdownIt from 'markdown-it'

type Token = ReturnType<InstanceType<typeof MarkdownIt>['parse']>[number]

const voidElements = new Set([
  'area',
  'base',
  'br',
  'col',
  'embed',
  'hr',
  'img',
  'input',
  'link',
  'meta',
  'source',
  'track',
  'wbr',
])
const maxDepth = 200

/**
 * The tree that parsing the rendered Markdown would give, made from the tokens without the detour through text: the same reader takes
 * it from there as any HTML. Inline tags (`<ruby>`, `<br>`) are part of it; a document with whole blocks of HTML is rendered and parsed.
 */
export function buildTree(tokens: readonly Token[]): Document {
  const builder = new TreeBuilder()
  for (const token of tokens) builder.add(token)
  return builder.root
}

class TreeBuilder {
  readonly root = new Document([])
  private readonly open: (Document | Element)[] = [this.root]
  /** Depth below which tags in the text cannot close anything: elements of Markdown's own. */
  private floor = 1

  add(token: Token): void {
    switch (token.type) {
      case 'inline':
        this.addInline(token.children ?? [])
        break
      case 'fence':
      case 'code_block':
        this.push('pre')
        this.append(new Text(token.content))
        this.pop()
        break
      case 'hr':
        this.push('hr')
        this.pop()
        break
      case 'html_block':
        break
      default:
        if (token.hidden) return
        if (token.nesting === 1) {
          this.push(token.tag, token.attrs)
          this.floor = this.open.length
        } else if (token.nesting === -1) this.closeMarkdown(token.tag)
    }
  }

  private addInline(tokens: readonly Token[]): void {
    const start = this.open.length
    const floor = this.floor
    this.floor = start
    for (const token of tokens) {
      switch (token.type) {
        case 'text':
          this.text(token.content)
          break
        case 'softbreak':
          this.text('\n')
          break
        case 'hardbreak':
          this.push('br')
          this.pop()
          break
        case 'code_inline':
          this.push('code')
          this.text(token.content)
          this.pop()
          break
        case 'image':
          this.push('img', [...(token.attrs ?? []).filter(([name]) => name !== 'alt'), ['alt', textOf(token)]])
          this.pop()
          break
        case 'html_inline':
          this.tag(token.content)
          break
        default:
          if (token.nesting === 1) this.push(token.tag, token.attrs)
          else if (token.nesting === -1) this.close(token.tag)
          else this.text(token.content)
      }
    }
    // Tags left open in a paragraph end with it.
    this.open.length = start
    this.floor = floor
  }

  /** One tag of raw HTML. */
  private tag(html: string): void {
    const end = /^<\/([a-z][\w:-]*)\s*>$/i.exec(html)
    if (end !== null) {
      this.close(end[1]!.toLowerCase())
      return
    }
    const start = /^<([a-z][\w:-]*)([\s\S]*)>$/i.exec(html)
    if (start === null || html.length > 5000) return
    const name = start[1]!.toLowerCase()
    const isPlain = /^\s*\/?$/.test(start[2]!)
    const attributes = isPlain
      ? null
      : Object.entries(
          load(
            html,
            { xml: { xmlMode: false } },
            false,
          )('*')
            .first()
            .attr() ?? {},
        )
    this.push(name, attributes)
    if (voidElements.has(name)) this.pop()
  }

  private close(name: string): void {
    for (let index = this.open.length - 1; index >= this.floor; index -= 1) {
      if ((this.open[index] as Element).name === name) {
        this.open.length = index
        return
      }
    }
  }

  private closeMarkdown(name: string): void {
    for (let index = this.open.length - 1; index > 0; index -= 1) {
      if ((this.open[index] as Element).name === name) {
        this.open.length = index
        break
      }
    }
    this.floor = this.open.length
  }

  private push(name: string, attributes: readonly (readonly [string, string])[] | null = null): void {
    const element = new Element(name, attributes === null ? {} : Object.fromEntries(attributes))
    // Deeper elements than any text has are put beside one another.
    if (this.open.length <= maxDepth) this.append(element)
    else this.open[maxDepth]!.children.push(element)
    this.open.push(element)
  }

  private pop(): void {
    this.open.pop()
  }

  private text(data: string): void {
    if (data === '') return
    const { children } = this.open[this.open.length - 1]!
    const last = children[children.length - 1]
    if (last instanceof Text) last.data += data
    else this.append(new Text(data))
  }

  private append(node: Element | Text): void {
    const parent = this.open[this.open.length - 1]!
    node.parent = parent
    parent.children.push(node)
  }
}

/** The text of an image's description, without its marks. */
function textOf(token: Token): string {
  return token.children === null ? token.content : token.children.map(textOf).join('')
}
