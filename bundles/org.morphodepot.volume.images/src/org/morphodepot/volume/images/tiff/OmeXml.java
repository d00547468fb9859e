package org.morphodepot.volume.images.tiff;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

import org.morphodepot.volume.Geometry;
import org.morphodepot.volume.HeaderField;
import org.morphodepot.volume.VolumeException;
import org.morphodepot.volume.images.plane.Faults;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** The XML that OME-TIFF has in its first page: sizes, order of pages and distances of the first image. */
final class OmeXml {

    private OmeXml() {
    }

    static Stack stack(String xml, int pages, Faults faults) throws VolumeException {
        Optional<Element> found = pixels(xml);
        if (found.isEmpty()) {
            return new Stack(0, 1, pages, false, Optional.empty(), List.of());
        }
        Element pixels = found.get();
        refuseOtherFiles(pixels, faults);
        long z = count(pixels, "SizeZ");
        long t = count(pixels, "SizeT");
        long c = planesOfChannels(pixels);
        String order = pixels.getAttribute("DimensionOrder");
        boolean complete = z * t * c <= pages && order.matches("XY(?=.*Z)(?=.*C)(?=.*T)[ZCT]{3}");
        long step = 1;
        for (int i = 2; complete && order.charAt(i) != 'Z'; i++) {
            step *= order.charAt(i) == 'C' ? c : t;
        }
        return new Stack(0, (int) step, complete ? z : pages, false, geometry(pixels),
                List.of(new HeaderField("OME", order + ", SizeZ " + z + ", SizeC " + c + ", SizeT " + t, false)));
    }

    private static Optional<Element> pixels(String xml) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setNamespaceAware(true);
            var builder = factory.newDocumentBuilder();
            builder.setErrorHandler(null);
            Document document = builder.parse(new InputSource(new StringReader(xml.strip())));
            NodeList all = document.getElementsByTagNameNS("*", "Pixels");
            return all.getLength() == 0 ? Optional.empty() : Optional.of((Element) all.item(0));
        } catch (SAXException | IOException | ParserConfigurationException e) {
            return Optional.empty(); // the pages are good without it
        }
    }

    private static void refuseOtherFiles(Element pixels, Faults faults) throws VolumeException {
        NodeList names = pixels.getElementsByTagNameNS("*", "UUID");
        long files = IntStream.range(0, names.getLength()).mapToObj(i -> ((Element) names.item(i)).getAttribute("FileName"))
                .filter(name -> !name.isEmpty()).distinct().count();
        if (files > 1) {
            throw faults.unsupported("it is one of " + files + " files of one scan; put them into a folder and open the folder");
        }
    }

    /** Channels that have pages of their own: colours share one. */
    private static long planesOfChannels(Element pixels) {
        long c = count(pixels, "SizeC");
        NodeList channels = pixels.getElementsByTagNameNS("*", "Channel");
        long samples = channels.getLength() == 0 ? 1 : count((Element) channels.item(0), "SamplesPerPixel");
        return Math.max(1, c / samples);
    }

    private static long count(Element element, String attribute) {
        String text = element.getAttribute(attribute);
        return text.matches("[1-9]\\d{0,5}") ? Long.parseLong(text) : 1;
    }

    private static Optional<Geometry> geometry(Element pixels) {
        double[] spacing = new double[3];
        String unit = unit(pixels, "X");
        for (int axis = 0; axis < 3; axis++) {
            String name = "XYZ".substring(axis, axis + 1);
            spacing[axis] = Stack.number(pixels.getAttribute("PhysicalSize" + name));
            if (!Stack.isLength(spacing[axis]) || !unit(pixels, name).equals(unit)) {
                return Optional.empty();
            }
        }
        return Optional.of(Geometry.of(spacing[0], spacing[1], spacing[2], unit));
    }

    /** Micrometres when the file names none, as the schema has it. */
    private static String unit(Element pixels, String axis) {
        String unit = pixels.getAttribute("PhysicalSize" + axis + "Unit");
        return unit.isEmpty() || unit.equals("\u00b5m") || unit.equals("\u03bcm") ? "micrometer" : unit;
    }
}
