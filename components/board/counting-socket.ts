import { messageTypes, syncTypes } from '#lib/wire/control.ts'

/** A WebSocket that reports every edit frame before it goes out; the server counts the same frames and acknowledges by their number. */
export function countingSocket(Base: typeof WebSocket, onEdit: () => void): typeof WebSocket {
  return class extends Base {
    override send(data: Parameters<WebSocket['send']>[0]): void {
      if (data instanceof Uint8Array && isEdit(data)) onEdit()
      super.send(data)
    }
  }
}

const isEdit = (frame: Uint8Array): boolean =>
  frame[0] === messageTypes.sync && (frame[1] === syncTypes.step2 || frame[1] === syncTypes.update)
