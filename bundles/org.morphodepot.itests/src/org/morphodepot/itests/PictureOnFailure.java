package org.morphodepot.itests;

import java.io.IOException;

import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Keeps a picture of the screen when a test fails. */
public final class PictureOnFailure implements AfterTestExecutionCallback {

    @Override
    public void afterTestExecution(ExtensionContext context) throws IOException {
        if (context.getExecutionException().isPresent()) {
            new Workbench().picture("failed-" + context.getRequiredTestMethod().getName());
        }
    }
}
