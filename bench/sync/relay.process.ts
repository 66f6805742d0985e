/** The least a server can do: hands every frame to everyone else. Understands nothing and stores nothing. */
import type { AddressInfo } from 'node:net'
import { type WebSocket, WebSocketServer } from 'ws'

const server = new WebSocketServer({ port: 0, host: '127.0.0.1', perMessageDeflate: false })
const sockets = new Set<WebSocket>()
server.on('connection', (socket) => {
  sockets.add(socket)
  socket.on('close', () => sockets.delete(socket))
  socket.on('message', (frame) => {
    for (const other of sockets) if (other !== socket) other.send(frame)
  })
})
server.on('listening', () => {
  process.stdout.write(
    `${JSON.stringify({ url: `ws://127.0.0.1:${(server.address() as AddressInfo).port}/` })}\n`,
  )
})
