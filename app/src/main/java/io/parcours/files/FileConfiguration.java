package io.parcours.files;

import io.parcours.conversation.Conversations;
import io.parcours.media.MediaFiles;
import io.parcours.media.MediaLinks;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

@Configuration(proxyBeanMethods = false)
class FileConfiguration {

    @Bean
    ServletRegistrationBean<SharedFileServlet> sharedFileServlet(@Lazy MediaFiles files, @Lazy MediaLinks links) {
        ServletRegistrationBean<SharedFileServlet> registration =
                new ServletRegistrationBean<>(new SharedFileServlet(files, links), MediaLinks.PATH + "*");
        registration.setName("shared-files");
        return registration;
    }

    /** The services are looked for at the first request: servlets are made before all else. */
    @Bean
    ServletRegistrationBean<FileServlet> fileServlet(@Lazy MediaFiles files, @Lazy Conversations conversations) {
        ServletRegistrationBean<FileServlet> registration =
                new ServletRegistrationBean<>(new FileServlet(files, conversations), FileServlet.PATH + "/*");
        registration.setName("files");
        return registration;
    }
}
