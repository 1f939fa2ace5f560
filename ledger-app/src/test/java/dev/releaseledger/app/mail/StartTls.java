package dev.releaseledger.app.mail;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/**
 * Stands before a mail server that knows no STARTTLS (RFC 3207): takes nothing but that in the
 * open, and hands over what comes after it.
 */
final class StartTls implements AutoCloseable {

  private final ServerSocket door;
  private final int mailServer;
  private final SSLContext shown;
  private final List<String> heardInTheOpen = new CopyOnWriteArrayList<>();

  StartTls(int mailServer, SSLContext shown) {
    this.mailServer = mailServer;
    this.shown = shown;
    try {
      this.door = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(this::take);
  }

  int port() {
    return door.getLocalPort();
  }

  /** The commands that were given without TLS. */
  List<String> heardInTheOpen() {
    return heardInTheOpen;
  }

  @Override
  public void close() throws IOException {
    door.close();
  }

  private void take() {
    while (!door.isClosed()) {
      try {
        Socket client = door.accept();
        Thread.ofVirtual().start(() -> serve(client));
      } catch (IOException e) {
        // The door was closed, or somebody left who was just coming in.
      }
    }
  }

  private void serve(Socket open) {
    try (open) {
      say(open, "220 here");
      for (String line = line(open.getInputStream()); ; line = line(open.getInputStream())) {
        String command = line.toUpperCase(Locale.ROOT);
        heardInTheOpen.add(line);
        if (command.startsWith("EHLO")) {
          say(open, "250-here\r\n250 STARTTLS");
        } else if (command.equals("STARTTLS")) {
          say(open, "220 go on");
          hand(open);
          return;
        } else {
          say(open, "530 not in the open");
        }
      }
    } catch (IOException e) {
      // The client has left, as one does that does not trust what it is shown.
    }
  }

  private void hand(Socket open) throws IOException {
    try (SSLSocket safe =
            (SSLSocket) shown.getSocketFactory().createSocket(open, open.getInputStream(), false);
        Socket server = new Socket(InetAddress.getLoopbackAddress(), mailServer)) {
      safe.startHandshake();
      // The client was greeted before.
      String greeting = line(server.getInputStream());
      if (!greeting.startsWith("220")) {
        throw new IOException(greeting);
      }
      Thread.ofVirtual().start(() -> copy(safe, server));
      copy(server, safe);
    }
  }

  private static void copy(Socket from, Socket to) {
    try {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      in.transferTo(out);
      to.close();
    } catch (IOException e) {
      // One of them has left.
    }
  }

  private static void say(Socket to, String text) throws IOException {
    to.getOutputStream().write((text + "\r\n").getBytes(US_ASCII));
  }

  /** A line, and nothing of what comes behind it. */
  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new IOException("the other side has left");
      }
      line.append((char) c);
    }
    return line.toString().strip();
  }
}
