/** For a terminal, which takes such characters for commands: each but the line feed becomes U+FFFD, so that offsets stay. */
export const withoutControls = (text: string): string => text.replace(/[^\P{Cc}\n]/gu, '\ufffd')
