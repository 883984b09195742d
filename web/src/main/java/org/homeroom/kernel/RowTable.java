package org.homeroom.kernel;

import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.ResponseWriter;
import jakarta.faces.context.ResponseWriterWrapper;
import java.io.IOException;
import org.primefaces.component.datatable.DataTable;
import org.primefaces.component.datatable.DataTableRenderer;

/**
 * Tables whose body rows say that they are rows. PrimeFaces names the grid and its cells, but not
 * the rows between them, so that screen readers find cells that belong to nothing.
 */
public class RowTable extends DataTableRenderer {

    @Override
    public boolean encodeRow(FacesContext faces, DataTable table, int row, int first, int last)
            throws IOException {
        ResponseWriter before = faces.getResponseWriter();
        faces.setResponseWriter(new RowWriter(before));
        try {
            return super.encodeRow(faces, table, row, first, last);
        } finally {
            faces.setResponseWriter(before);
        }
    }

    private static final class RowWriter extends ResponseWriterWrapper {

        RowWriter(ResponseWriter wrapped) {
            super(wrapped);
        }

        @Override
        public void startElement(String name, UIComponent component) throws IOException {
            super.startElement(name, component);
            if (name.equals("tr")) {
                writeAttribute("role", "row", null);
            }
        }
    }
}
