package io.parcours.ui.simulator;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** The picture that a subscriber sends in the demo: a sheet with the lines of a bill. */
final class BillPhoto {

    private static final int WIDTH = 240;
    private static final int HEIGHT = 320;

    private BillPhoto() {}

    static byte[] png() {
        BufferedImage picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = picture.createGraphics();
        pen.setColor(new Color(0x8a94a3));
        pen.fillRect(0, 0, WIDTH, HEIGHT);
        pen.setColor(Color.WHITE);
        pen.fillRect(20, 20, WIDTH - 40, HEIGHT - 40);
        pen.setColor(new Color(0x4b5563));
        for (int y = 50; y < HEIGHT - 60; y += 22) {
            pen.fillRect(40, y, 90, 6);
            pen.fillRect(160, y, 40, 6);
        }
        pen.dispose();
        try (ByteArrayOutputStream bytes = new ByteArrayOutputStream()) {
            ImageIO.write(picture, "png", bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("A picture cannot be written to memory", e);
        }
    }
}
